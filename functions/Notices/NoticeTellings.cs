using EStation.Inbox;
using EStation.Ledger;
using EStation.Messages;
using EStation.Regions;

namespace EStation.Notices;

/// <summary>The message that says that there is a notice to read. The notice itself is in the place's document.</summary>
public static class NoticeTellings
{
    public const string Kind = "notice";

    public static readonly MessageTemplate Template = new(
        "notice",
        ["place"],
        new Text(
            "{place}有新的通知，请登录查看。",
            "{place}의 새 통지가 있습니다. 로그인하여 확인하세요.",
            En: "There is a new notice for {place}. Sign in to read it."
        )
    );

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        new(Kind, new("通知", "통지", En: "Notice"), new(""))
        {
            Topic = Topic.Notices,
            Message = Template,
            IsMessageOnly = true,
            IsByOthers = true,
            Delivered = (notice, count) => new NoticeDelivered(notice, count),
        },
    ];

    /// <summary>To those of a notice who are kept in a county's ledger; once, however often it is stored.</summary>
    public static Entry EntryOf(Notice notice, RegionCode county, Divisions divisions, DateTimeOffset now)
    {
        var telling = new Telling(
            notice.Id,
            Kind,
            Addressee.GroupOf(NoticeGroup.GroupName, $"{notice.Id}|{county}"),
            now,
            new Dictionary<string, Text> { ["place"] = divisions.Find(notice.Scope)?.Name ?? new Text(notice.Scope.Value) }
        );
        var told = new Azure.Data.Tables.TableEntity(county.Value, $"noticed|{notice.Id}");
        return new Entry(
            [new(Azure.Data.Tables.TableTransactionActionType.Add, told), TellingTable.Add(county, telling)],
            new TellingStored()
        );
    }
}
