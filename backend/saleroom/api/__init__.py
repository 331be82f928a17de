"""The door: REST and WebSockets, who may ask, and how every answer looks."""
