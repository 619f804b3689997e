"""How good everything is: measurements that are run by hand and reported, not tests."""
