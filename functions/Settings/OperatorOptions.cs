namespace EStation.Settings;

/// <summary>The operator of the site, shown in its documents. All parts may be missing on a developer's machine.</summary>
/// <param name="Name"><c>Site:Operator</c>.</param>
/// <param name="Contact"><c>Site:Contact</c>: a phone or an address for questions.</param>
/// <param name="Icp"><c>Site:Icp</c>: the number of the ICP filing (备案号), which a public site in China has to show.</param>
public sealed record OperatorOptions(string? Name, string? Contact, string? Icp)
{
    public static OperatorOptions Read(SettingReader read) =>
        new(read.Optional("Site:Operator"), read.Optional("Site:Contact"), read.Optional("Site:Icp"));
}
