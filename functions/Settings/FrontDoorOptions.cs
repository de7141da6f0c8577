namespace EStation.Settings;

/// <param name="Id"><c>Site:FrontDoorId</c>: what our Front Door sends as <c>X-Azure-FDID</c>; null when nothing is before the site.</param>
public sealed record FrontDoorOptions(string? Id)
{
    public static FrontDoorOptions Read(SettingReader read) =>
        read.Optional("Site:FrontDoorId") is not { } id ? new FrontDoorOptions((string?)null)
        : Guid.TryParse(id, out _) ? new FrontDoorOptions(id)
        : throw new SettingException("Site:FrontDoorId", "must be the GUID of the Front Door profile.");
}
