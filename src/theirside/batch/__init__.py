"""Arrow tables in and out, on one machine or a cluster."""
