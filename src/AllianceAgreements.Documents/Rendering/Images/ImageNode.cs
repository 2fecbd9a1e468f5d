using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering.Images;

/// <summary>An image in a line of text; nothing when the data has none.</summary>
/// <param name="read">Reads the <see cref="Picture"/>.</param>
/// <param name="box">The room it gets.</param>
/// <param name="links">The part that shows it, and how that part's relationships to images are called.</param>
/// <param name="markup">The drawing around it.</param>
/// <param name="place">Where its tag stands.</param>
internal sealed class ImageNode(Func<Scope, object?> read, ImageBox box, ImageLinks links, ImageMarkup markup, TagPlace place) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        if (read(scope) is not Picture picture)
        {
            return;
        }

        if (XmlCharacters.FindForbidden(picture.Description) is { } forbidden)
        {
            draft.Faults.Add(place.Fault(
                $"The description of the image holds the character {forbidden}, which a Word document cannot hold. Remove it from the request."));
            return;
        }

        var (width, height) = box.Fit(picture.Image.Width, picture.Image.Height);
        markup.Write(draft.Output, new PlacedImage(
            width, height, picture.Description, draft.Identities.Next(IdentityKind.Drawing), DraftImages.IdOf(links.Prefix, draft.Images.Link(links.Part, picture))));
    }
}

/// <summary>The relationships of a part to the images that it shows.</summary>
/// <param name="Part">The part.</param>
/// <param name="Prefix">What their ids begin with; no other id of the part does.</param>
internal sealed record ImageLinks(string Part, string Prefix);

/// <summary>The place in the relationships of a part where those to its images go.</summary>
internal sealed class ImageLinksNode(ImageLinks links) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        foreach (var (index, target) in draft.Images.LinksOf(links.Part).Index())
        {
            draft.Output.Write("<Relationship Id=\""u8);
            draft.Output.WriteText(DraftImages.IdOf(links.Prefix, index + 1));
            draft.Output.Write("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"/"u8);
            draft.Output.WriteText(target);
            draft.Output.Write("\"/>"u8);
        }
    }
}
