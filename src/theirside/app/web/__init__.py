"""The web app: what people look at. Each page is a view, a template and a test of one name.

Views ask ``app/`` for typed values and hand them to templates; they decide nothing. Who may see
what is settled in ``access.py`` alone.
"""
