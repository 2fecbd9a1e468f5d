namespace AllianceAgreements.Azure.Tests;

/// <summary>A stream of a connection that breaks after some bytes.</summary>
internal sealed class BrokenStream(Stream inner, int readableBytes) : Stream
{
    private int _left = readableBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _left > 0 ? inner.Read(buffer, offset, Math.Min(count, _left)) : throw new IOException("The connection broke.");
        _left -= read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
