using System.Security.Cryptography;

namespace AllianceAgreements.Domain.Drafting;

/// <summary>A Word template or clause, with its content.</summary>
/// <param name="Name">Its path under the templates folder, with <c>/</c> ("JointVenture.docx", "clauses/ip-framework.docx").</param>
/// <param name="Content">The bytes of the <c>.docx</c> package.</param>
public sealed record TemplateFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the content, lowercase hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}

/// <summary>Which version of a template or clause an agreement was started with.</summary>
/// <param name="Name">See <see cref="TemplateFile.Name"/>.</param>
/// <param name="Sha256">See <see cref="TemplateFile.Sha256"/>.</param>
public sealed record TemplateVersion(string Name, string Sha256);
