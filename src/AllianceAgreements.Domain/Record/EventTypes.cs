using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Domain.Record;

/// <summary>Which name each event has in the record, for ever, and how its data are written.</summary>
internal static class EventTypes
{
    private static readonly Type[] All =
    [
        typeof(AgreementStarted), typeof(RevisionSubmitted), typeof(DraftGenerated), typeof(DraftingFailed),
        typeof(ApprovalRoundOpened), typeof(ApprovalRequested), typeof(ApprovalReminderSent), typeof(ApprovalGiven),
        typeof(ChangesRequested), typeof(ApprovalDeclined), typeof(ApprovalRoundClosed),
        typeof(SigningOpened), typeof(SignatureRequested), typeof(SignatureReminderSent), typeof(Signed), typeof(SigningExpired),
        typeof(AgreementWithdrawn), typeof(AgreementExecuted), typeof(AgreementArchived), typeof(ConclusionNoticeSent),
        typeof(MailReported), typeof(LegalHoldPut), typeof(LegalHoldLifted),
    ];

    private static readonly FrozenDictionary<string, Type> ByName = All.ToFrozenDictionary(type => type.Name);

    /// <summary>Camel case, enums by name, nulls left out, text outside ASCII readable.</summary>
    public static JsonSerializerOptions Json { get; } = CreateJson();

    public static string NameOf(AgreementEvent @event) => @event.GetType().Name;

    public static AgreementEvent Read(string name, JsonElement data)
    {
        if (!ByName.TryGetValue(name, out var type))
        {
            throw new InvalidDataException($"The record holds an event of type '{name}', which this version does not know.");
        }

        return (AgreementEvent)data.Deserialize(type, Json)!;
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNotNullable } },
        };
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    // Nulls are left out when written, so the option that requires every member would refuse what was written.
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired = property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false };
        }
    }
}
