using System.Text.Json.Nodes;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Checking.Fields;

/// <summary>What the tags of templates can name.</summary>
public static class TemplateFields
{
    /// <summary>
    /// All fields as a JSON Schema (draft 2020-12), each with its type and what it is. Fields that an agreement can lack are not among the
    /// <c>required</c> ones: they need an <c>{{#if}}</c> or the formatter <c>default</c>.
    /// </summary>
    public static JsonObject CreateSchema() => new FieldSchema().Create(AgreementFields.Shape);
}
