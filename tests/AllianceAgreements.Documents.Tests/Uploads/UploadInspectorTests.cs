using System.Text;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Uploads;

public sealed class UploadInspectorTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0JFIF", "JPEG")]
    [InlineData("\u0089PNG\r\n", "PNG")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("II*\0", "TIFF")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", ".doc")]
    [InlineData("{\\rtf1", ".rtf")]
    [InlineData("<!DOCTYPE html><p>Signed", "web page")]
    [InlineData("\u00EF\u00BB\u00BF  <HTML>", "web page")]
    [InlineData("<?xml version=\"1.0\"?>", "web page")]
    [InlineData("<svg onload=alert(1)>", "web page")]
    [InlineData("MZ\u0090", "program")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C", "7-Zip")]
    [InlineData("Signed by me", "neither a PDF nor a Word document")]
    [InlineData("PK\u0003\u0004 and so on", "not a Word document")]
    [InlineData("%PDF-1.7\n", "incomplete")]
    public void Inspect_AnythingElse_IsNamedAndToldWhatWouldBeRight(string content, string reason)
    {
        var message = Refused(Encoding.Latin1.GetBytes(content));

        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Matches("(Save|Upload|Put) .*(PDF|\\.docx|complete file)", message);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_OpenDocument_IsNamed() =>
        Assert.Contains(".odt", Refused([.. "PK\u0003\u0004"u8, .. new byte[26], .. "mimetypeapplication/vnd.oasis.opendocument.text"u8]), StringComparison.Ordinal);

    [Fact]
    public void Inspect_LargestSize_IsTheLimit()
    {
        var inspector = new UploadInspector();

        Assert.Equal(20 * 1024 * 1024, inspector.MaximumBytes);
        Assert.Contains("larger than 20 MiB", Refused(new byte[inspector.MaximumBytes + 1]), StringComparison.Ordinal);
        Assert.DoesNotContain("larger", Refused(new byte[inspector.MaximumBytes]), StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_AnyBytes_NeverThrows() =>
        Gen.Select(Gen.OneOf("", "PK\u0003\u0004", "%PDF-1.7\n", "<"), Gen.Byte.Array).Sample((start, rest) =>
            Assert.NotEmpty(Refused([.. Encoding.Latin1.GetBytes(start), .. rest])), iter: 5_000);

    private static string Refused(byte[] content) => Assert.IsType<UploadInspection.Refused>(new UploadInspector().Inspect(content)).Message;
}
