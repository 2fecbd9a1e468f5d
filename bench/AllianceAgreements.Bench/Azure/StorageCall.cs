using System.Text.RegularExpressions;

namespace AllianceAgreements.Bench.Azure;

/// <summary>What Azure bills a call to storage as.</summary>
internal enum Billing
{
    /// <summary>A write to blobs, or a listing of them.</summary>
    BlobWrite,

    /// <summary>A read of a blob or its properties.</summary>
    BlobRead,

    /// <summary>A transaction of tables, whatever it does.</summary>
    Table,

    /// <summary>A deletion of a blob.</summary>
    Free,
}

/// <summary>One kind of call to storage.</summary>
/// <param name="Store">The container or table.</param>
/// <param name="Operation">What is done to it.</param>
/// <param name="Billing">What it is billed as.</param>
internal sealed partial record StorageCall(string Store, string Operation, Billing Billing)
{
    /// <summary>Reads the kind from the method and address of a call to the emulator, whose paths begin with the account.</summary>
    public static StorageCall Of(string method, Uri address, bool isTable)
    {
        var store = StoreName().Match(address.AbsolutePath).Groups["store"].Value;
        if (isTable)
        {
            return new StorageCall(store, method switch { "GET" => "read", "DELETE" => "delete", _ => "write" }, Billing.Table);
        }

        var component = Component().Match(address.Query).Groups["component"].Value;
        return (method, component) switch
        {
            ("GET", "list") => new(store, "list", Billing.BlobWrite),
            ("GET", _) => new(store, "read", Billing.BlobRead),
            ("HEAD", _) => new(store, "read properties", Billing.BlobRead),
            ("DELETE", _) => new(store, "delete", Billing.Free),
            (_, "") => new(store, "create or copy", Billing.BlobWrite),
            _ => new(store, component, Billing.BlobWrite),
        };
    }

    [GeneratedRegex(@"\A/[^/]+/(?<store>[^/(]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex StoreName();

    [GeneratedRegex(@"[?&]comp=(?<component>[a-zA-Z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Component();
}
