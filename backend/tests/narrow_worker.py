"""A worker in front of which the kernel holds hardly anything: what a reader does not take soon waits in the worker itself.

On loopback the kernel would take megabytes for a sleeping reader. Sockets inherit the size of their buffers from the one that listens.
"""

import socket
import sys

from saleroom import main

SEND_BUFFER_BYTES = 4_096  # the kernel doubles it


if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), backlog=main.BACKLOG)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    sys.argv[1:] = ["--fd", str(listening.fileno())]
    main.main()
