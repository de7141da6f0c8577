using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using EStation.Storage;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Trainings;

public static class TrainingKeys
{
    public const string EnrolmentPrefix = "enrolment|";
    public const string AttendancePrefix = "attendance|";
    public const string CompletionPrefix = "completion|";
    private const int IdBytes = 12;
    private const int CountyDigits = 6;

    /// <summary>The same announcement by the same official has the same id, so a repeated request creates nothing.</summary>
    /// <param name="key">The hash includes the official's id; the key keeps it from being found by trial.</param>
    public static string IdOf(Training announced, Key key)
    {
        var text = JsonSerializer.Serialize(announced with { Id = "" }, Json.AllLanguages);
        return announced.Village.County.Value + Base64UrlEncoder.Encode(key.Hash(text)[..IdBytes]);
    }

    public static bool TryCounty(string id, [NotNullWhen(true)] out RegionCode county)
    {
        county = default;
        return TableKey.IsValid(id) && id.Length > CountyDigits && RegionCode.TryParse(id[..CountyDigits], null, out county);
    }

    public static RegionCode CountyOf(string id) => RegionCode.Parse(id[..CountyDigits]);

    public static string Training(string id) => $"training|{id}";

    public static string Seats(string id) => $"training|{id}|places";

    public static string Confirmed(string id, string key) => $"confirmed|{id}|{key}";

    public static string Messages(string id, Day day) => $"message|{id}|{day}|";

    public static string Message(string id, Day day, string message) => Messages(id, day) + message;

    public static string Enrolments(string id) => $"{EnrolmentPrefix}{id}|";

    public static string Enrolment(string id, string person) => Enrolments(id) + person;

    public static string Household(string id, string person) => $"household|{id}|{person}";

    public static string Attendances(string id) => $"{AttendancePrefix}{id}|";

    public static string Attendance(string id, int session, string person) =>
        string.Create(CultureInfo.InvariantCulture, $"{Attendances(id)}{session:D3}|{person}");

    public static string Completions(string id) => $"{CompletionPrefix}{id}|";

    public static string Completion(string id, string person) => Completions(id) + person;

    public static string Certificate(string number) => $"certificate|{number}";

    public static string Feedbacks(string id) => $"feedback|{id}|";

    public static string Feedback(string id, string person) => Feedbacks(id) + person;
}
