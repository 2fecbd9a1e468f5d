using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Azure.Core;

namespace AllianceAgreements.Azure.Tests.Archive;

/// <summary>Gives the emulator what it lacks: legal holds that are put, lifted and listed. One account for every process of a test.</summary>
internal sealed class HoldingAccount
{
    private readonly ConcurrentDictionary<string, bool> _held = new(StringComparer.Ordinal);

    /// <summary>Called before a hold is set, with the file and the hold; what it answers is the answer, and null sets the hold.</summary>
    public Func<string, bool, Task<CannedResponse?>> OnSet { get; set; } = (_, _) => Task.FromResult<CannedResponse?>(null);

    /// <summary>The files that are held, in order, by their full names.</summary>
    public IReadOnlyList<string> Held => [.. _held.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Puts or lifts a hold as the service would, whatever <see cref="OnSet"/> says.</summary>
    public void Set(string file, bool hold)
    {
        if (hold)
        {
            _held[file] = true;
        }
        else
        {
            _held.TryRemove(file, out _);
        }
    }

    /// <summary>What a process has between itself and the account.</summary>
    /// <param name="beforeAppend">Called before a process appends to a record.</param>
    public Disturbance Connect(Func<Task>? beforeAppend = null) => new(async (message, network) =>
    {
        if (Disturbance.Has(message.Request, "comp=legalhold"))
        {
            message.Request.Headers.TryGetValue("x-ms-legal-hold", out var header);
            var hold = bool.Parse(header!);
            var file = FileOf(message.Request);
            message.Response = await OnSet(file, hold) ?? new CannedResponse(200);
            if (message.Response.Status == 200)
            {
                Set(file, hold);
            }

            return;
        }

        if (beforeAppend is not null && Disturbance.IsAppend(message.Request))
        {
            await beforeAppend();
        }

        await network();
        if (Disturbance.Has(message.Request, "comp=list") && message.Request.Uri.Query.Contains("include=legalhold", StringComparison.OrdinalIgnoreCase))
        {
            message.Response.ContentStream = Describe(message.Response.ContentStream!);
        }
    });

    private static string FileOf(Request request) => string.Join('/', request.Uri.Path.Split('/')[2..]);

    private MemoryStream Describe(Stream listing)
    {
        var answer = XDocument.Load(listing);
        foreach (var blob in answer.Descendants("Blob").Where(blob => _held.ContainsKey((string)blob.Element("Name")!)))
        {
            blob.Element("Properties")!.SetElementValue("LegalHold", true.ToString(CultureInfo.InvariantCulture).ToLowerInvariant());
        }

        var described = new MemoryStream();
        answer.Save(described);
        described.Position = 0;
        return described;
    }
}
