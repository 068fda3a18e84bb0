"""The servers of one host of the sample network. They answer until they are stopped.

Usage: serve.py web CERTIFICATE KEY
       serve.py bastion | db | cache
       serve.py ntp ADDRESS...

Each stream server reads one line a request. What it answers is made up: sizes matter, text does not.
"""

import asyncio
import ssl
import struct
import sys
import time

FILLER = b"The quick brown fox jumps over the lazy dog. " * 2048
NTP_EPOCH = 2_208_988_800  # seconds from 1900 to 1970, RFC 5905


async def answer_http(reader, writer):
    """GET /<bytes> answers with that many bytes, and closes."""
    request = await reader.readuntil(b"\r\n\r\n")
    size = int(request.split()[1].strip(b"/"))
    writer.write(b"HTTP/1.1 200 OK\r\nServer: shop\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % size)
    writer.write(filler(size))


async def answer_ssh(reader, writer):
    """After the greeting, `get <bytes> <bytes a second>` sends a file; any other line is echoed."""
    writer.write(b"SSH-2.0-shop\r\n")
    async for line in reader:
        words = line.split()
        if words[:1] == [b"get"]:
            await send_file(writer, int(words[1]), int(words[2]))
        else:
            writer.write(line)
            await writer.drain()


async def answer_database(reader, writer):
    """`rows <bytes>` answers with a result of that many bytes."""
    writer.write(b"\x4a\x00\x00\x00\x0a8.0-shop\x00" + filler(64))
    async for line in reader:
        writer.write(filler(int(line.split()[1])))
        await writer.drain()


async def answer_cache(reader, writer):
    """`GET <bytes>` answers with a value of that many bytes."""
    async for line in reader:
        size = int(line.split()[1])
        writer.write(b"$%d\r\n%s\r\n" % (size, filler(size)))
        await writer.drain()


class NtpServer(asyncio.DatagramProtocol):
    """Answers a client's packet (mode 3) with a server's (mode 4)."""

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        now = int((time.time() + NTP_EPOCH) * 2**32)
        header = struct.pack("!BBbbII4s", 0x24, 2, 6, -20, 0, 0, b"SHOP")
        self.transport.sendto(header + struct.pack("!Q", now) + data[40:48] + struct.pack("!QQ", now, now), address)


def filler(size):
    return (FILLER * (size // len(FILLER) + 1))[:size]


async def send_file(writer, size, bytes_per_second):
    slice_size = max(bytes_per_second // 10, 1)
    for start in range(0, size, slice_size):
        writer.write(filler(min(slice_size, size - start)))
        await writer.drain()
        await asyncio.sleep(0.1)


def closing(answer):
    """Wraps a stream answer so that its connection is closed in every case."""

    async def serve(reader, writer):
        try:
            await answer(reader, writer)
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            writer.close()

    return serve


async def listen(port, answer, tls=None):
    for host in ("0.0.0.0", "::"):
        await asyncio.start_server(closing(answer), host, port, ssl=tls)


async def serve_role(role, *arguments):
    if role == "web":
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*arguments)
        await listen(80, answer_http)
        await listen(443, answer_http, tls)
        await listen(9100, answer_http)  # metrics, for members of the group only
    if role in ("web", "bastion", "db"):
        await listen(22, answer_ssh)
    if role == "db":
        await listen(3306, answer_database)
    if role == "cache":
        await listen(6379, answer_cache)
    if role == "ntp":
        loop = asyncio.get_running_loop()
        for address in arguments:
            await loop.create_datagram_endpoint(NtpServer, (address, 123))
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve_role(*sys.argv[1:]))
