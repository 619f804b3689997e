"""Words whose dot may not end a sentence, and words that plainly open the next one."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the end of a sentence: a name, a figure or an example follows.
NEVER = _words(
    "mr mrs ms mx dr prof rev hon gen col sgt capt lt st mt messrs mme mlle "
    "e.g eg i.e ie cf vs viz approx ca resp incl excl esp fig figs vol ed eds pp p "
    "tel ext attn z.b d.h bzw usw inkl sog"
)
# The end of a sentence only where the next word plainly opens one.
MAYBE = _words(
    "inc ltd llc co corp plc gmbh bros jr sr esq etc al dept est govt min max avg temp "
    "a.m p.m am pm u.s u.k u.s.a e.u u.n ph.d m.d b.a m.a d.c "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "ave blvd rd hwy sq ft lb lbs oz hrs hr mins secs sec yr yrs mo mos wk wks qty"
)
NUMBERED = _words("no nos nr art sec ch chap para v ver rev eq app p pp")
STARTERS = _words(
    "i we you he she it they this that these those the a an our my your his her their there here "
    "but and so if when while because although what who how why where which is are was were do "
    "does did can could would should please thanks thank yes no not also then now after before "
    "in on at for from with as let i'm we're it's that's i'll we'll i've we've don't can't "
    "maybe perhaps however hi hello ok okay one some any all most"
)
