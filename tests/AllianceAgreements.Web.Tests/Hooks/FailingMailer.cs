using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Web.Tests.Hooks;

/// <summary>A mailer whose next mail fails, when told so.</summary>
internal sealed class FailingMailer : IMailer
{
    private IMailer? _inner;
    private volatile bool _fails;

    public IMailer Around(IMailer inner)
    {
        _inner = inner;
        return this;
    }

    public void FailNext() => _fails = true;

    public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (_fails)
        {
            _fails = false;
            throw new IOException("The mail service is away.");
        }

        return _inner!.SendAsync(mail, cancellationToken);
    }
}
