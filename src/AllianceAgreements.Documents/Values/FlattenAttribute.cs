namespace AllianceAgreements.Documents.Values;

/// <summary>The fields of this property count as fields of the object that has it; the object's own fields win.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlattenAttribute : Attribute;
