using System.Globalization;
using System.Reflection;

namespace EStation.Emulator;

/// <summary>
/// Reads a route value as a parameter's type. One that does not parse is an unhandled exception, as in the worker: constrain the route.
/// </summary>
internal static class RouteValue
{
    public static MethodInfo? Parser(Type type)
    {
        if (type == typeof(string))
            return Method(nameof(Text));
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return IsParsable(inner) ? Method(nameof(Optional)).MakeGenericMethod(inner) : null;
        return IsParsable(type) ? Method(nameof(Required)).MakeGenericMethod(type) : null;
    }

    private static bool IsParsable(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(Guid) || type == typeof(bool) || type == typeof(double);

    private static MethodInfo Method(string name) => typeof(RouteValue).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static string? Text(Invocation invocation, string name) =>
        invocation.Request.RouteValues.TryGetValue(name, out var value) ? value as string : null;

    private static T Required<T>(Invocation invocation, string name)
        where T : struct, IParsable<T> => T.Parse(Text(invocation, name) ?? "", CultureInfo.InvariantCulture);

    private static T? Optional<T>(Invocation invocation, string name)
        where T : struct, IParsable<T> => Text(invocation, name) is { } text ? T.Parse(text, CultureInfo.InvariantCulture) : null;
}
