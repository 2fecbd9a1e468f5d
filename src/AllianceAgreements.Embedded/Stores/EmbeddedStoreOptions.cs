namespace AllianceAgreements.Embedded.Stores;

/// <summary>Where the embedded stores keep what they keep.</summary>
public sealed class EmbeddedStoreOptions
{
    /// <summary>
    /// The folder that holds everything: database, documents, archive, mail and keys. Required. Created, readable by its owner
    /// alone, when it is not there. Moving it moves every agreement; one process at a time may use it.
    /// </summary>
    public string DataFolder { get; set; } = "";

    /// <summary>The name that mail comes from. Default "Alliance Agreements".</summary>
    public string MailFromName { get; set; } = "Alliance Agreements";

    /// <summary>The address that mail comes from. The default is under <c>.invalid</c> (RFC 2606), so that a reply goes nowhere.</summary>
    public string MailFromAddress { get; set; } = "agreements@alliance-agreements.invalid";
}
