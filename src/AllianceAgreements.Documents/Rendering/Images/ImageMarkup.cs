namespace AllianceAgreements.Documents.Rendering.Images;

/// <summary>An image in its place.</summary>
/// <param name="Width">In English metric units.</param>
/// <param name="Height">In English metric units.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Id">Its number among the drawings of the document.</param>
/// <param name="Link">The id of the relationship that leads to it.</param>
internal readonly record struct PlacedImage(int Width, int Height, string Description, int Id, string Link);

/// <summary>The markup of an image in a line of text (ECMA-376 part 1, 20.4.2.8 and 20.2.2.5), with the prefixes of its part.</summary>
/// <param name="RunStart">The start of its run, formatted as its tag is.</param>
/// <param name="BeforeSize">Up to the size.</param>
/// <param name="BeforeId">Between the size and the number.</param>
/// <param name="BeforeLink">Between the description and the relationship.</param>
/// <param name="BeforeInnerSize">Between the relationship and the size once more.</param>
/// <param name="End">Behind it.</param>
internal sealed record ImageMarkup(byte[] RunStart, byte[] BeforeSize, byte[] BeforeId, byte[] BeforeLink, byte[] BeforeInnerSize, byte[] End)
{
    /// <summary>Writes an image.</summary>
    public void Write(XmlOutput output, PlacedImage image)
    {
        output.Write(RunStart);
        output.Write(BeforeSize);
        WriteSize(output, image);
        output.Write(BeforeId);
        output.Write(image.Id);
        output.Write("\" name=\"Image "u8);
        output.Write(image.Id);
        output.Write("\" descr=\""u8);
        output.WriteText(image.Description);
        output.Write(BeforeLink);
        output.WriteText(image.Link);
        output.Write(BeforeInnerSize);
        WriteSize(output, image);
        output.Write(End);
    }

    private static void WriteSize(XmlOutput output, PlacedImage image)
    {
        output.Write(" cx=\""u8);
        output.Write(image.Width);
        output.Write("\" cy=\""u8);
        output.Write(image.Height);
        output.Write("\"/>"u8);
    }
}
