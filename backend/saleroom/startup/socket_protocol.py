"""uvicorn's WebSocket protocol, with an end for connections whose peer takes nothing more.

uvicorn closes such a connection by waiting until what is written was taken, which a sleeping reader never does; so the
socket, its buffers and its task would stay for ever. Here it is aborted: GRACE_SECONDS after the application let go of it, and
at once when a ping stays without an answer.
"""

from typing import Final

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

GRACE_SECONDS: Final = 5.0


class SocketProtocol(WebSocketsSansIOProtocol):
    """Handed to uvicorn as `ws=`."""

    async def run_asgi(self) -> None:
        await super().run_asgi()
        self.loop.call_later(GRACE_SECONDS, self.transport.abort)

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self.transport.abort()
