"""Writing a finished PDF so that nobody can be in doubt where its streams end.

A stream whose last byte is a carriage return, followed by the line feed before `endstream`, looks
one byte too long to a validator that takes both for the end of the line. One stream in 256 ends so,
which is one notice in about twelve.
"""

import io
import zlib

import pikepdf

DOUBTFUL = b"\r\nendstream"


def pack(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of `pdf`: the same for the same document, small unless that is doubtful."""
    packed = _written(pdf, compress=True, objects=pikepdf.ObjectStreamMode.generate)
    if DOUBTFUL not in packed:
        return packed
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Type") != pikepdf.Name.Metadata:
            _settle(thing)
    # Compressing here would undo that, and objects by themselves need no stream to end.
    return _written(pdf, compress=False, objects=pikepdf.ObjectStreamMode.disable)


def _settle(stream: pikepdf.Stream) -> None:
    """Compress a stream that is not yet, and put one that ends in doubt into hexadecimal."""
    filters = stream.get("/Filter", pikepdf.Array())
    filters = filters if isinstance(filters, pikepdf.Array) else pikepdf.Array([filters])
    content = stream.read_raw_bytes()
    if not len(filters):
        filters, content = pikepdf.Array([pikepdf.Name.FlateDecode]), zlib.compress(content)
    if content.endswith(b"\r"):
        filters.insert(0, pikepdf.Name.ASCIIHexDecode)
        content = content.hex().encode() + b">"
    stream.write(content, filter=filters)


def _written(pdf: pikepdf.Pdf, *, compress: bool, objects: pikepdf.ObjectStreamMode) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        compress_streams=compress,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=objects,
        fix_metadata_version=False,
        deterministic_id=True,
    )
    return out.getvalue()
