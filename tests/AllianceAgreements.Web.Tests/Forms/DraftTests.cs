using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Forms;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AllianceAgreements.Web.Tests.Forms;

/// <summary>Laws of the guided form's draft, on random requests.</summary>
public sealed class DraftTests
{
    private const int Requests = 200;

    [Fact]
    public void ToJson_OfAnyRequest_GivesTheSameTerms() => RequestGen.Any.Sample(
        request =>
        {
            var terms = SampleRequests.Accept(Json(request));

            var through = SampleRequests.Accept(DraftWriter.ToJson(DraftReader.FromJson(terms.ToUtf8Json())));

            Assert.Equal(terms.ToUtf8Json(), through.ToUtf8Json());
        },
        iter: Requests);

    [Fact]
    public void FromForm_OfAnyDraft_GivesTheSameDraft() => RequestGen.Any.Sample(
        request =>
        {
            var draft = DraftReader.FromJson(Json(request));

            Assert.Equal(DraftWriter.ToJson(draft).ToArray(), DraftWriter.ToJson(DraftReader.FromForm(Form(draft))).ToArray());
        },
        iter: Requests);

    [Fact]
    public void RemoveRow_OfTheRowThatWasAdded_GivesTheSameDraft() => RequestGen.Any.Select(Gen.OneOf("parties", "parties[0].approvers", "resourceLedger", "ipFramework.licences"))
        .Sample(
            (request, list) =>
            {
                var draft = DraftReader.FromJson(Json(request));
                var longer = draft.AddRow(list);

                Assert.NotEqual(DraftWriter.ToJson(draft).ToArray(), DraftWriter.ToJson(longer).ToArray());
                Assert.Equal(DraftWriter.ToJson(draft).ToArray(), DraftWriter.ToJson(longer.RemoveRow(longer.LastRowOf(list)!)).ToArray());
                Assert.Equal(DraftWriter.ToJson(draft).ToArray(), DraftWriter.ToJson(longer.WithoutBlankRows()).ToArray());
            },
            iter: Requests);

    [Fact]
    public void FromForm_AnyFields_NeverThrows() => Gen.Select(Gen.String[Gen.Char["parties.[]0129-shortName"], 0, 40], Gen.String).Array[0, 30].Sample(
        fields =>
        {
            var form = new FormCollection(fields.DistinctBy(field => field.Item1).ToDictionary(field => field.Item1, field => new StringValues(field.Item2)));

            AgreementIntake.Read(DraftWriter.ToJson(DraftReader.FromForm(form)));
        },
        iter: 2000);

    [Fact]
    public void FromForm_RowNumbersWithGaps_CloseUp()
    {
        var draft = DraftReader.FromForm(new FormCollection(new Dictionary<string, StringValues>
        {
            ["parties[7].shortName"] = "Second",
            ["parties[2].shortName"] = "First",
            ["parties[999999].shortName"] = "Beyond every limit",
        }));

        Assert.Equal(["First", "Second"], draft.PartyNames);
    }

    [Fact]
    public void FormFaults_PathWithoutField_GoToWhatSurroundsIt()
    {
        var draft = DraftReader.FromJson(SampleRequests.Read(SampleRequests.NorthernHeart));

        var faults = FormFaults.Of(
            [
                new Fault("$.workstreams[0].deliverables[2]", "in one line of several"),
                new Fault("$.parties[1].surprise", "a field the form lacks"),
                new Fault("$.parties[77].shortName", "a row that is not there"),
                new Fault("$", "everything"),
            ],
            draft);

        Assert.Equal(
            ["f-", "f-parties", "f-parties-1", "f-workstreams-0-deliverables"], faults.All.Select(fault => fault.ElementId));
        Assert.Equal(["in one line of several"], faults.At("workstreams[0].deliverables"));
    }

    [Fact]
    public void Schema_EveryField_HasALabelAndPartiesAreChosenByName()
    {
        static IEnumerable<RequestField> All(RequestField field) => field switch
        {
            GroupField group => group.Fields.SelectMany(All).Prepend(group),
            RowsField rows => All(rows.Row).Prepend(rows),
            _ => [field],
        };

        var fields = All(RequestSchema.Root).ToList();

        Assert.All(fields, field => Assert.Matches("^[A-Z]", field.Label));
        string[] parties = ["leadParty", "chairParty", "party", "foregroundOwner", "licensor", "from", "to", "provider", "recipient", "spokesperson", "responsibleParty", "issuer", "investor", "coordinator", "supplier"];
        Assert.All(
            fields.OfType<ValueField>().Where(field => parties.Contains(field.Name) && field.Kind != ValueKind.Date),
            field => Assert.Equal(ValueKind.Party, field.Kind));
    }

    private static byte[] Json(AgreementRequest request) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(request, RequestJson.Options);

    /// <summary>The fields a browser would send of the form that shows a draft.</summary>
    private static FormCollection Form(RequestDraft draft)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        Add(fields, "", draft.Root);
        return new FormCollection(fields);
    }

    private static void Add(Dictionary<string, StringValues> fields, string path, DraftNode node)
    {
        switch (node)
        {
            case DraftGroup group:
                foreach (var (name, child) in group.Fields)
                {
                    Add(fields, FieldPath.Field(path, name), child);
                }

                break;
            case DraftRows rows:
                foreach (var (index, row) in rows.Rows.Index())
                {
                    Add(fields, FieldPath.Row(path, index), row);
                }

                break;
            case DraftValue value:
                fields[path] = value.Text.ReplaceLineEndings("\r\n");
                break;
        }
    }
}
