using Microsoft.AspNetCore.Routing.Template;

namespace EStation.LocalHost;

/// <summary>A fast filter before the template: the number of segments and the literal ones. It may accept a path that the template rejects,
/// never the reverse; it keeps routing of a hundred routes below a microsecond.</summary>
internal sealed class RouteShape
{
    private readonly string?[] literals;
    private readonly int least;
    private readonly int most;

    public RouteShape(RouteTemplate template)
    {
        literals = [.. template.Segments.Select(Literal)];
        least = Math.Min(PathSegments.Kept, template.Segments.TakeWhile(segment => !CanBeMissing(segment)).Count());
        var isOpen = literals.Length > PathSegments.Kept || template.Parameters.Any(parameter => parameter.IsCatchAll);
        most = isOpen ? int.MaxValue : literals.Length;
    }

    public bool MayMatch(PathSegments path)
    {
        if (path.Count < least || path.Count > most)
            return false;
        var comparable = Math.Min(Math.Min(literals.Length, path.Count), PathSegments.Kept);
        for (var i = 0; i < comparable; i++)
        {
            if (literals[i] is { } literal && !path[i].Equals(literal, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static string? Literal(TemplateSegment segment) =>
        segment.IsSimple && segment.Parts[0].IsLiteral ? segment.Parts[0].Text : null;

    private static bool CanBeMissing(TemplateSegment segment) =>
        segment.IsSimple
        && segment.Parts[0] is { IsParameter: true } part
        && (part.IsOptional || part.IsCatchAll || part.DefaultValue is not null);
}
