"""Stand-ins for providers: scripted servers on real sockets, which speak the vendors' protocols."""
