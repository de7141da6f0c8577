using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Disclosure;
using EStation.Storage;

namespace EStation.Statistics.Pages;

/// <summary>Parts and sketches as bytes. The order of regions is fixed, so that equal content gives equal bytes.</summary>
public static class PageForm
{
    public static BinaryData Write(IReadOnlyDictionary<RegionCode, Part> parts) => Packed.Write(Ordered(parts, part => Form(part, null)));

    public static BinaryData Write(IReadOnlyDictionary<RegionCode, PublicPart> parts) =>
        Packed.Write(Ordered(parts, part => Form(part.Part, part.Hidden)));

    public static BinaryData Write(IReadOnlyDictionary<RegionCode, Sketch> sketches) =>
        Packed.Write(Ordered(sketches, sketch => sketch.Write()));

    /// <summary>As text: <c>2026-11-23=220102,220103;2026-11-24=220102</c>.</summary>
    public static string Write(IReadOnlyDictionary<PeriodKey, IReadOnlyList<RegionCode>> sources) =>
        string.Join(
            ';',
            sources.OrderBy(day => day.Key.Value, StringComparer.Ordinal).Select(day => $"{day.Key}={string.Join(',', day.Value)}")
        );

    public static Dictionary<PeriodKey, IReadOnlyList<RegionCode>> ReadSources(string stored) =>
        stored
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(day => day.Split('='))
            .ToDictionary(
                day => PeriodKey.Parse(day[0]),
                day => (IReadOnlyList<RegionCode>)[.. day[1].Split(',').Select(source => RegionCode.Parse(source))]
            );

    public static Dictionary<RegionCode, Part> ReadParts(BinaryData stored) => Read<Stored, Part>(stored, PartOf);

    public static Dictionary<RegionCode, PublicPart> ReadPublic(BinaryData stored) =>
        Read<Stored, PublicPart>(stored, form => new PublicPart(PartOf(form), MaskOf(form.Hidden) ?? new Mask()));

    public static Dictionary<RegionCode, Sketch> ReadSketches(BinaryData stored) =>
        Read<byte[], Sketch>(stored, bytes => Sketch.Read(bytes));

    private static List<KeyValuePair<string, TForm>> Pairs<T, TForm>(IReadOnlyDictionary<RegionCode, T> items, Func<T, TForm> form) =>
        [
            .. items
                .OrderBy(item => item.Key.Value, StringComparer.Ordinal)
                .Select(item => KeyValuePair.Create(item.Key.Value, form(item.Value))),
        ];

    private static OrderedDictionary<string, TForm> Ordered<T, TForm>(IReadOnlyDictionary<RegionCode, T> items, Func<T, TForm> form) =>
        new(Pairs(items, form));

    private static Dictionary<RegionCode, T> Read<TForm, T>(BinaryData stored, Func<TForm, T> of) =>
        Packed.Read<Dictionary<RegionCode, TForm>>(stored).ToDictionary(item => item.Key, item => of(item.Value));

    private static Stored Form(Part part, Mask? hidden) =>
        new(
            part.Figures.ToStored(),
            part.Reached,
            FormOf(part.Exposed),
            FormOf(hidden),
            part.Latest is { } latest ? new StoredDay(latest.Day, latest.Figures.ToStored(), FormOf(latest.ExposedBefore)) : null,
            part.Withheld?.Month,
            part.Withheld?.Figures.ToStored()
        );

    private static Part PartOf(Stored form) =>
        new(
            Figures.FromStored(form.Counts),
            form.Reached,
            MaskOf(form.Exposed),
            form.Latest is { } latest ? new LatestDay(latest.Day, Figures.FromStored(latest.Counts), MaskOf(latest.ExposedBefore)) : null
        )
        {
            Withheld = form.Withheld is { } counts ? new Withheld(form.WithheldIn!.Value, Figures.FromStored(counts)) : null,
        };

    private static IReadOnlyDictionary<Metric, Audience>? FormOf(Mask? mask) => mask is { IsEmpty: false } ? mask.ToStored() : null;

    private static Mask? MaskOf(IReadOnlyDictionary<Metric, Audience>? stored) => stored is null ? null : Mask.FromStored(stored);

    private sealed record Stored(
        IReadOnlyDictionary<Metric, int[]> Counts,
        int? Reached,
        IReadOnlyDictionary<Metric, Audience>? Exposed,
        IReadOnlyDictionary<Metric, Audience>? Hidden,
        StoredDay? Latest,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Day? WithheldIn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<Metric, int[]>? Withheld = null
    );

    private sealed record StoredDay(
        Day Day,
        IReadOnlyDictionary<Metric, int[]> Counts,
        IReadOnlyDictionary<Metric, Audience>? ExposedBefore
    );
}
