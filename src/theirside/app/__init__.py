"""Everything that remembers or is seen: accounts, the database, the web, jobs (Django)."""
