namespace AllianceAgreements.Domain.Drafting;

/// <summary>A template that cannot be filled.</summary>
public sealed class InvalidTemplateException : Exception
{
    /// <summary>The faults, at least one.</summary>
    public InvalidTemplateException(IReadOnlyList<TemplateFault> faults)
        : base(string.Join(Environment.NewLine, (faults ?? []).Select(fault => fault.ToString()))) =>
        Faults = faults ?? [];

    /// <summary>Everything found wrong.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; }
}

/// <summary>One thing wrong with a template.</summary>
/// <param name="File">The template or clause; see <see cref="TemplateFile.Name"/>.</param>
/// <param name="Tag">The tag as written, if one is at fault.</param>
/// <param name="Paragraph">The text of the paragraph it stands in, shortened to 120 characters, if any.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record TemplateFault(string File, string? Tag, string? Paragraph, string Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{File}: {(Tag is null ? "" : $"{Tag}: ")}{Message}{(Paragraph is null ? "" : $" In the paragraph \"{Paragraph}\".")}";
}
