namespace EStation.Settings;

/// <summary>Every setting, once; <c>infra/</c> sets what is for the template, and a test holds both and the code together.</summary>
public static class SettingList
{
    public static readonly IReadOnlyList<Setting> All =
    [
        new("Administrators", ReadBy.App, SetBy.Template),
        new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", ReadBy.App, SetBy.TemplateOnDemand),
        new("APPLICATIONINSIGHTS_CONNECTION_STRING", ReadBy.App, SetBy.Template),
        new("AzureWebJobsDisableHomepage", ReadBy.Host, SetBy.Template),
        new("AzureWebJobsStorage", ReadBy.App, SetBy.Developer),
        new("AzureWebJobsStorage:blobServiceUri", ReadBy.App, SetBy.Template),
        new("AzureWebJobsStorage:clientId", ReadBy.App, SetBy.Template),
        new("AzureWebJobsStorage:credential", ReadBy.Host, SetBy.Template),
        new("AzureWebJobsStorage:tableServiceUri", ReadBy.App, SetBy.Template),
        new("FUNCTIONS_EXTENSION_VERSION", ReadBy.Host, SetBy.TemplateOnDemand),
        new("FUNCTIONS_WORKER_RUNTIME", ReadBy.Host, SetBy.TemplateOnDemand),
        new("Local:DataPath", ReadBy.App, SetBy.Developer),
        new("Messages:Accepted", ReadBy.App, SetBy.TemplateOnDemand),
        new("Messages:Body", ReadBy.App, SetBy.TemplateOnDemand),
        new("Messages:ContentType", ReadBy.App, SetBy.TemplateOnDemand),
        new("Messages:Headers:*", ReadBy.App, SetBy.TemplateOnDemand),
        new("Messages:Outlet", ReadBy.App, SetBy.Template),
        new("Messages:Url", ReadBy.App, SetBy.TemplateOnDemand),
        new("Messages:WrongNumber", ReadBy.App, SetBy.TemplateOnDemand),
        new("RollUpSchedule", ReadBy.App, SetBy.Template),
        new("Secrets:Master", ReadBy.App, SetBy.Template),
        new("Secrets:Previous", ReadBy.App, SetBy.TemplateOnDemand),
        new("Seeds:Path", ReadBy.App, SetBy.Developer),
        new("SignIn:MessagesPerDay", ReadBy.App, SetBy.Template),
        new("SignIn:PerAddressPerMinute", ReadBy.App, SetBy.Template),
        new("SignIn:PerPhonePerHour", ReadBy.App, SetBy.Template),
        new("Site:Contact", ReadBy.App, SetBy.TemplateOnDemand),
        new("Site:Icp", ReadBy.App, SetBy.TemplateOnDemand),
        new("Site:Operator", ReadBy.App, SetBy.TemplateOnDemand),
        new("Site:Origin", ReadBy.App, SetBy.Template),
        new("Storage:Accounts:*", ReadBy.App, SetBy.TemplateOnDemand),
        new("Storage:CreateMissing", ReadBy.App, SetBy.Developer),
        new("Storage:TimeoutMilliseconds", ReadBy.App, SetBy.Developer),
        new("WEBSITE_RUN_FROM_PACKAGE", ReadBy.Host, SetBy.TemplateOnDemand),
    ];
}
