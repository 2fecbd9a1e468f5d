using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AllianceAgreements.Azure.Keys;

/// <summary>
/// The data protection keys, which cookies and forms are sealed with, shared by every process. Each element is a blob of its own, written
/// once: nothing is ever overwritten, and processes that make a key at the same time keep both.
/// </summary>
internal sealed class BlobKeyRepository(AzureStorage storage) : IXmlRepository
{
    public const string ContainerName = "keys";

    private const string Folder = "data-protection/";

    private readonly BlobContainerClient _container = storage.Container(ContainerName);

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. _container.GetBlobs(BlobTraits.None, BlobStates.None, Folder, CancellationToken.None).Select(blob => Read(blob.Name))];

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var xml = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        if (!TryStore(friendlyName, xml))
        {
            TryStore($"{friendlyName}-{Guid.NewGuid():N}", xml);
        }
    }

    private bool TryStore(string name, byte[] xml) =>
        WriteOnce.TryCreate(_container.GetBlobClient($"{Folder}{name}.xml"), xml, "application/xml");

    private XElement Read(string name)
    {
        using var xml = _container.GetBlobClient(name).DownloadContent().Value.Content.ToStream();
        return XElement.Load(xml);
    }
}
