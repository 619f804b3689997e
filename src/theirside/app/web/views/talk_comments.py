"""Comments on a turn: writing one, and changing or erasing one's own."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.queries import Comment
from theirside.app.web.authors import author
from theirside.app.web.showing import turn_link
from theirside.app.web.talk_head import head
from theirside.app.web.talking import shown_turns
from theirside.errors import NotFoundError, NotKeptError


def comment(request: HttpRequest, key: str, place: int) -> HttpResponse:
    """Show a turn with a place to write; keep what was written."""
    if request.method != "POST":
        return _form(request, key, place)
    text, me = request.POST.get("text", ""), author()
    if not text.strip():
        return _form(request, key, place, slip=_("Nothing was written."))
    try:
        services.comment(key, place, text, author=me.account, name=me.name)
    except NotKeptError as slip:
        return _form(request, key, place, text=text, slip=str(slip))
    return _answer(request, key, place)


def change(request: HttpRequest, key: str, comment: int) -> HttpResponse:
    """Show one's own comment to be changed; keep how it reads now."""
    found = _own(key, comment)
    if request.method != "POST":
        return _form(request, key, found.turn, found, text=found.text)
    text = request.POST.get("text", "")
    if not text.strip():
        slip = _("Nothing was written. To be rid of it, erase it.")
        return _form(request, key, found.turn, found, text=found.text, slip=slip)
    try:
        services.change_comment(comment, text, author=found.author)
    except NotKeptError as slip:
        return _form(request, key, found.turn, found, text=text, slip=str(slip))
    return _answer(request, key, found.turn)


@require_POST
def drop(request: HttpRequest, key: str, comment: int) -> HttpResponse:
    """Erase one's own comment."""
    found = _own(key, comment)
    services.drop_comment(comment, author=found.author)
    if not _in_place(request):
        messages.success(request, _("The comment is gone."))
    return _answer(request, key, found.turn)


def _own(key: str, comment: int) -> Comment:
    me = author().account
    for each in queries.comments_in(key):
        if each.id == comment and each.author == me:
            return each
    raise NotFoundError(_("There is no such comment of yours; only who wrote it can change it"))


def _in_place(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers


def _form(
    request: HttpRequest,
    key: str,
    place: int,
    found: Comment | None = None,
    *,
    text: str = "",
    slip: str = "",
) -> HttpResponse:
    """Return the place to write, with what was written and why it was not kept, if it was not."""
    it = queries.window(key, place, 1)
    if not it.turns:
        raise NotFoundError(_("There is no such turn in this conversation any more"))
    [turn], _labels = shown_turns(it, ())
    context = {"turn": turn, "key": key, "place": place, "text": text, "slip": slip}
    if found is not None:
        context["comment"] = found
    if not _in_place(request):
        context["head"] = head(it, "comment")
        return render(request, "comment.html", context, status=400 if slip else 200)
    response = render(request, "parts/commenting.html", context)
    if slip:  # back into the place where it was written
        where = f"#c-{found.id}" if found is not None else f"#write-{place}"
        response["HX-Retarget"], response["HX-Reswap"] = where, "innerHTML"
    return response


def _answer(request: HttpRequest, key: str, place: int) -> HttpResponse:
    """Return the turn's comments as they stand now, or the way back to the turn."""
    if not _in_place(request):
        return redirect(turn_link(key, place))
    context = {
        "comments": queries.comments_in(key, first=place, end=place + 1),
        "key": key,
        "place": place,
        "me": author().account,
    }
    return render(request, "parts/comments.html", context)


urlpatterns = [
    path("<path:key>/comments/<int:place>/", comment, name="comment"),
    path("<path:key>/comments/change/<int:comment>/", change, name="change_comment"),
    path("<path:key>/comments/drop/<int:comment>/", drop, name="drop_comment"),
]
