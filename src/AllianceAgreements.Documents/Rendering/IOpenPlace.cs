namespace AllianceAgreements.Documents.Rendering;

/// <summary>A place in the output whose content is known only when everything else is written.</summary>
internal interface IOpenPlace
{
    /// <summary>Writes the content.</summary>
    void Write(XmlOutput output);
}
