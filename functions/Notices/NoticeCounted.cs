using System.Text.Json;
using EStation.Ledger;

namespace EStation.Notices;

/// <summary>People have read notices, for the first time.</summary>
[NewsKind("notices-read")]
public sealed record NoticesRead(IReadOnlyList<string> Notices) : News
{
    public override IEnumerable<Cell> Cells() => Notices.Select(NoticeCells.Of);
}

/// <summary>The outlet took a message about a notice.</summary>
[NewsKind("notice-delivered")]
public sealed record NoticeDelivered(string Notice, int Count) : News
{
    public override IEnumerable<Cell> Cells() => [NoticeCells.Of(Notice)];
}

/// <summary>The totals of a notice in a county's ledger.</summary>
public static class NoticeCells
{
    public const string Column = "Counts";

    public static readonly DocumentKind<string> Kind = new("notice|", (text, out id) => (id = text).Length > 0, id => id);

    public static string RowOf(string notice) => Kind.NameOf(notice);

    public static Cell Of(string notice) => new(RowOf(notice), Column, RowOf(notice), NoticeCounts.Read);
}

/// <summary>How many messages about a notice were taken, and how many people have read it.</summary>
public sealed record NoticeCounts : ITotal
{
    /// <summary>Fewer are not shown: they would tell who.</summary>
    private const int FewestShown = 20;

    public int Delivered { get; set; }

    public int ReadBy { get; set; }

    public static NoticeCounts Read(BinaryData? stored) => stored?.ToObjectFromJson<NoticeCounts>() ?? new NoticeCounts();

    public static int? Shown(int count) => count >= FewestShown ? count : null;

    public void Add(News news)
    {
        ReadBy += news is NoticesRead ? 1 : 0;
        Delivered += news is NoticeDelivered delivered ? delivered.Count : 0;
    }

    public BinaryData Write() => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this));

    public static NoticeCounts operator +(NoticeCounts one, NoticeCounts other) =>
        new() { Delivered = one.Delivered + other.Delivered, ReadBy = one.ReadBy + other.ReadBy };
}
