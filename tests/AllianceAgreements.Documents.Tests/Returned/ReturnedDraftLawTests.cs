using System.Xml.Linq;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;
using static AllianceAgreements.Documents.Tests.Returned.OtherSide;

namespace AllianceAgreements.Documents.Tests.Returned;

public sealed class ReturnedDraftLawTests
{
    private static readonly Edit[] ChangesOfFields = [Edit.Retype, Edit.RetypeTracked, Edit.Delete, Edit.DeleteTracked];

    private static readonly Edit[] Typed = [Edit.TypeBeside, Edit.TypeBesideTracked, Edit.TypeInAField];

    private static readonly Edit[] ChangesOfText = [Edit.Move, Edit.JoinTracked, .. Typed];

    private static readonly Edit[] Deletions = [Edit.Delete, Edit.DeleteTracked];

    /// <summary>Whatever the other side does to fields, and around them, exactly that is reported: no field more, none less, text outside only when it was.</summary>
    [Fact]
    public void Compare_AnyEditsOfAnyFields_ReportsExactlyThose()
    {
        var met = new HashSet<Edit>();
        Gen.Select(Gen.Enum<Edit>(), Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Array[1, 8].Sample(
            edits =>
            {
                var draft = FormDrafts.Of(SampleRequests.FourRivers);
                List<(string Path, string Was, string? Is)> expected = [];
                var edited = new HashSet<Edit>();
                var returned = ReturnedFile.Edit(draft, text =>
                {
                    var document = XElement.Parse(text, LoadOptions.PreserveWhitespace);
                    var other = new OtherSide(document);
                    var touched = new HashSet<XElement>();
                    var counted = new HashSet<string>();
                    foreach (var ((edit, at, to), number) in edits.Select((edit, number) => (edit, number)))
                    {
                        var field = other.Fields[at % other.Fields.Count];
                        var (paragraph, elsewhere) = (other.Paragraphs[at % other.Fields.Count], other.Paragraphs[to % other.Fields.Count]);

                        // One edit a paragraph and a path, so that what is expected is plain.
                        if (!touched.Add(paragraph) || !touched.Add(elsewhere) || !counted.Add(PathOf(field)))
                        {
                            continue;
                        }

                        if (edit == Edit.JoinTracked && !(NextOf(paragraph) is { } next && touched.Add(next)))
                        {
                            continue;
                        }

                        met.Add(edit);
                        edited.Add(edit);
                        var typed = $"Text {number} of the other side";
                        if (ChangesOfFields.Contains(edit))
                        {
                            expected.Add((PathOf(field), TextOf(field), Deletions.Contains(edit) ? null : typed));
                        }

                        other.Do(edit, field, typed, paragraph, elsewhere);
                    }

                    return document.ToString(SaveOptions.DisableFormatting);
                });

                var own = Assert.IsType<ReturnedDraft>(new ReturnedDraftReader().Read(returned));
                var changes = new ReturnedDraftReader().Compare(draft, returned);

                Assert.Equal(expected.Order(), changes.Fields.Select(Told).Order());
                Assert.Equal(expected.Order(), own.ChangedFields.Select(Told).Order());
                Assert.All(changes.Texts, text => Assert.True(text.Is?.Contains("of the other side", StringComparison.Ordinal) is true || edited.Overlaps([Edit.Move, Edit.JoinTracked]), text.ToString()));
                Assert.Equal(edited.Overlaps(ChangesOfText), changes.Texts.Count > 0);
                if (edited.Overlaps(Typed) || !edited.Contains(Edit.Move))
                {
                    Assert.Equal(edited.Overlaps(Typed), own.IsTextChanged);
                }
            },
            iter: 40,
            threads: 1);
        Assert.Equal(Enum.GetValues<Edit>().Length, met.Count);
    }

    private static (string Path, string Was, string? Is) Told(ChangedField field) => (field.Path, field.Was, field.Is);
}
