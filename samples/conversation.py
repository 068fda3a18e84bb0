"""The single conversations that hosts of the sample network hold: one request, session or probe each."""

import asyncio
import socket
import ssl
import time

TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
TLS.check_hostname = False
TLS.verify_mode = ssl.CERT_NONE
PATIENCE = 10  # seconds that an allowed conversation may wait for its peer


async def fetch(address, size, port=80, source=None):
    """GET of `size` bytes; TLS on port 443."""
    tls = TLS if port == 443 else None
    reader, writer = await _open(address, port, source, tls)
    writer.write(b"GET /%d HTTP/1.1\r\nHost: www.shop.example\r\n\r\n" % size)
    await asyncio.wait_for(reader.read(-1), PATIENCE)
    await _close(writer)


async def ask_lines(address, port, lines, source=None):
    """A session that sends each line, waits for something to come back, then pauses its seconds."""
    reader, writer = await _open(address, port, source)
    for line, pause in lines:
        writer.write(line + b"\n")
        await asyncio.wait_for(reader.read(1 << 20), PATIENCE)
        await asyncio.sleep(pause)
    await _close(writer)


async def get_file(address, size, bytes_per_second):
    """Receives a file of `size` bytes from the SSH-like server."""
    reader, writer = await _open(address, 22)
    greeting = await asyncio.wait_for(reader.readline(), PATIENCE)
    writer.write(b"get %d %d\n" % (size, bytes_per_second))
    received = 0
    while greeting and received < size:
        received += len(await asyncio.wait_for(reader.read(1 << 16), PATIENCE))
    await _close(writer)


async def knock(address, port, seconds, source=None):
    """A connection attempt that is refused: the kernel repeats the SYN after 1, 3 and 7 seconds."""
    try:
        _, writer = await asyncio.wait_for(_connect(address, port, source), seconds)
    except TimeoutError:
        return
    writer.close()
    raise RuntimeError(f"{address} port {port} was to be refused")


async def ask_time(address):
    """One NTP client packet and its answer."""
    with _datagram_socket(address, 123) as client:
        client.send(b"\x23" + bytes(39) + int(time.time() * 2**32 % 2**64).to_bytes(8))
        await asyncio.wait_for(asyncio.get_running_loop().sock_recv(client, 48), PATIENCE)


async def send_datagram(address, port, payload):
    """One datagram that nobody answers."""
    with _datagram_socket(address, port) as client:
        client.send(payload)


async def run(*command):
    """A program whose output and status do not matter."""
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*command, stdout=quiet, stderr=quiet)
    await process.wait()


def ping(address, count=3, size=56, source=None):
    options = ["-I", source] if source else []
    return run("ping", "-n", "-c", str(count), "-s", str(size), "-i", "0.5", "-W", "1", *options, address)


def resolve(server, name, kind, over_tcp=False, source=None):
    options = ["+tcp"] if over_tcp else []
    options += ["-b", source] if source else []
    return run("dig", f"@{server}", "+tries=1", "+time=2", *options, name, kind)


def _connect(address, port, source=None, tls=None):
    return asyncio.open_connection(address, port, ssl=tls, local_addr=(source, 0) if source else None)


def _open(address, port, source=None, tls=None):
    return asyncio.wait_for(_connect(address, port, source, tls), PATIENCE)


async def _close(writer):
    writer.close()
    try:
        await writer.wait_closed()
    except (ConnectionError, ssl.SSLError):
        pass  # the peer was quicker


def _datagram_socket(address, port):
    client = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM)
    client.setblocking(False)
    client.connect((address, port))
    return client
