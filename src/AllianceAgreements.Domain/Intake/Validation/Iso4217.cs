using System.Collections.Frozen;
using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>
/// The alphabetic codes of ISO 4217 List One (amendment 180, in force from 1 January 2026) that are the money of a country:
/// without funds codes (such as CLF), metals, units of account and test codes.
/// </summary>
public static class Iso4217
{
    private static readonly FrozenDictionary<string, int> Units = Read(
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
        (2, """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE
            CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
            KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
            PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY
            TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
            """),
        (3, "BHD IQD JOD KWD LYD OMR TND"));

    /// <summary>How many decimals amounts in the currency have; null when there is no such currency.</summary>
    public static int? MinorUnits(string? code) => code is not null && Units.TryGetValue(code, out var units) ? units : null;

    /// <summary>A code of the list.</summary>
    internal static IRuleBuilderOptions<T, string?> IsCurrency<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Finds((_, code) => code is null || Units.ContainsKey(code) ? null
            : $"is {Quoted.Value(code)}, which is no currency; give an ISO 4217 code in capital letters, like USD");

    private static FrozenDictionary<string, int> Read(params IEnumerable<(int Units, string Codes)> lists) =>
        lists.SelectMany(list => list.Codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), (list, code) => (code, list.Units))
            .ToFrozenDictionary(entry => entry.code, entry => entry.Units, StringComparer.Ordinal);
}
