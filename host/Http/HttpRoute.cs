using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace EStation.LocalHost;

/// <summary>One function's route, matched in the host's order: template, then methods, then inline constraints.</summary>
internal sealed class HttpRoute
{
    private readonly string[] methods;
    private readonly TemplateMatcher matcher;
    private readonly KeyValuePair<string, IRouteConstraint>[] constraints;

    public HttpRoute(Function function, string prefix, IInlineConstraintResolver constraints)
    {
        Function = function;
        Template = RouteTemplates.Of(function, prefix);
        methods = [.. function.Http!.Methods ?? []];
        var template = RouteTemplates.Parse(Template);
        matcher = new TemplateMatcher(template, Defaults(template));
        this.constraints = Constraints(template, constraints);
        Shape = new RouteShape(template);
        Pattern = string.Join('/', template.Segments.Select(segment => string.Concat(segment.Parts.Select(Nameless))));
    }

    public Function Function { get; }

    public string Template { get; }

    public RouteShape Shape { get; }

    public string Pattern { get; }

    public bool SharesMethodWith(HttpRoute other) =>
        methods.Length == 0 || other.methods.Length == 0 || methods.Intersect(other.methods, StringComparer.OrdinalIgnoreCase).Any();

    public bool Takes(string method)
    {
        if (methods.Length == 0)
            return true;
        foreach (var mine in methods)
        {
            if (string.Equals(mine, method, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public bool Match(HttpContext http)
    {
        var values = new RouteValueDictionary();
        if (!matcher.TryMatch(http.Request.Path, values))
            return false;
        foreach (var (key, constraint) in constraints)
        {
            if (!constraint.Match(http, null, key, values, RouteDirection.IncomingRequest))
                return false;
        }

        http.Request.RouteValues = values;
        return true;
    }

    private static string Nameless(TemplatePart part) =>
        part.IsLiteral
            ? part.Text!
            : $"{{{(part.IsCatchAll ? "*" : "")}{string.Concat(part.InlineConstraints.Select(inline => ":" + inline.Constraint))}}}";

    private static RouteValueDictionary Defaults(RouteTemplate template)
    {
        var defaults = new RouteValueDictionary();
        foreach (var parameter in template.Parameters.Where(parameter => parameter.DefaultValue is not null))
            defaults.Add(parameter.Name!, parameter.DefaultValue);
        return defaults;
    }

    private KeyValuePair<string, IRouteConstraint>[] Constraints(RouteTemplate template, IInlineConstraintResolver resolver)
    {
        var builder = new RouteConstraintBuilder(resolver, Template);
        try
        {
            foreach (var parameter in template.Parameters)
            {
                if (parameter.IsOptional)
                    builder.SetOptional(parameter.Name!);
                foreach (var inline in parameter.InlineConstraints)
                    builder.AddResolvedConstraint(parameter.Name!, inline.Constraint);
            }

            return [.. builder.Build()];
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or RouteCreationException)
        {
            throw new StartFailure($"Function {Function.Name}: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }
}
