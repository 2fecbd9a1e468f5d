using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering.Images;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles images.</summary>
internal static class ImageCompiler
{
    private static readonly XNamespace Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>The image.</summary>
    /// <param name="tag">What the tag asks for.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="runStart">The start of its run.</param>
    /// <param name="compilation">Where the compiler stands.</param>
    /// <exception cref="FormatException">The field is unknown or no image, the room is none, or an image cannot stand here.</exception>
    public static ImageNode Compile(ImageTag tag, TagPlace place, byte[] runStart, Compilation compilation)
    {
        if (compilation.IsInNote)
        {
            throw new FormatException("An image cannot stand in a footnote or endnote; put it into the text.");
        }

        var source = PathResolver.Resolve(tag.Path, compilation.Scope);
        if (source.Shape is not (ImageShape or UnknownShape))
        {
            throw new FormatException($"Only an image can be placed, and this is {source.Shape.Description}.");
        }

        return new ImageNode(
            source.Read, ImageBox.Of(tag), compilation.Package.HoldImages(compilation.Part), CompileMarkup(runStart, compilation.Prefixes), place);
    }

    private static ImageMarkup CompileMarkup(byte[] runStart, PrefixMap prefixes)
    {
        var (wp, a, pic) = (Word.Drawing, Main, Picture);
        return new ImageMarkup(
            runStart,
            Utf8($"<{Name(Word.Main + "drawing")}><{Name(wp + "inline")} distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><{Name(wp + "extent")}"),
            Utf8($"<{Name(wp + "docPr")} id=\""),
            Utf8($"\"/><{Name(wp + "cNvGraphicFramePr")}><{Name(a + "graphicFrameLocks")} noChangeAspect=\"1\"/></{Name(wp + "cNvGraphicFramePr")}>"
                + $"<{Name(a + "graphic")}><{Name(a + "graphicData")} uri=\"{Picture.NamespaceName}\"><{Name(pic + "pic")}>"
                + $"<{Name(pic + "nvPicPr")}><{Name(pic + "cNvPr")} id=\"0\" name=\"\"/><{Name(pic + "cNvPicPr")}/></{Name(pic + "nvPicPr")}>"
                + $"<{Name(pic + "blipFill")}><{Name(a + "blip")} {Name(Word.Relationships + "embed")}=\""),
            Utf8($"\"/><{Name(a + "stretch")}><{Name(a + "fillRect")}/></{Name(a + "stretch")}></{Name(pic + "blipFill")}>"
                + $"<{Name(pic + "spPr")}><{Name(a + "xfrm")}><{Name(a + "off")} x=\"0\" y=\"0\"/><{Name(a + "ext")}"),
            Utf8($"</{Name(a + "xfrm")}><{Name(a + "prstGeom")} prst=\"rect\"><{Name(a + "avLst")}/></{Name(a + "prstGeom")}></{Name(pic + "spPr")}>"
                + $"</{Name(pic + "pic")}></{Name(a + "graphicData")}></{Name(a + "graphic")}></{Name(wp + "inline")}></{Name(Word.Main + "drawing")}></{Name(Word.Run)}>"));

        string Name(XName name) => prefixes.Qualify(name);
    }

    private static byte[] Utf8(string markup) => Encoding.UTF8.GetBytes(markup);
}
