namespace AllianceAgreements.Workflows.Mail;

/// <summary>The address people reach the product at, as links in mails show it.</summary>
public sealed class PublicAddress
{
    private Uri? _baseUri;

    /// <summary>An absolute http or https URL that ends in <c>/</c>. A host that learns its address only once it listens sets it then.</summary>
    /// <exception cref="InvalidOperationException">Read before it was set.</exception>
    /// <exception cref="ArgumentException">Set to anything else.</exception>
    public Uri BaseUri
    {
        get => _baseUri ?? throw new InvalidOperationException("The public address is not known yet.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!value.IsAbsoluteUri || value.Scheme is not ("http" or "https") || !value.AbsolutePath.EndsWith('/'))
            {
                throw new ArgumentException($"The public address must be an absolute http or https URL that ends in '/', not '{value}'.", nameof(value));
            }

            _baseUri = value;
        }
    }
}
