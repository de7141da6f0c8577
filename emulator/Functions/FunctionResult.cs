using System.Linq.Expressions;
using System.Reflection;

namespace EStation.Emulator;

/// <summary>Turns what a function returns (nothing, a value, a task or value task of either) into one awaitable.</summary>
internal static class FunctionResult
{
    public static Expression Await(MethodCallExpression call)
    {
        if (call.Type == typeof(void))
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (call.Type == typeof(Task))
            return Expression.Call(Adapter(nameof(OfTask)), call);
        if (call.Type == typeof(ValueTask))
            return Expression.Call(Adapter(nameof(OfValueTask)), call);
        if (Generic(call.Type, typeof(Task<>)) is { } result)
            return Expression.Call(Adapter(nameof(OfTaskOf), result), call);
        if (Generic(call.Type, typeof(ValueTask<>)) is { } value)
            return Expression.Call(Adapter(nameof(OfValueTaskOf), value), call);
        return Expression.Call(Adapter(nameof(OfValue)), Expression.Convert(call, typeof(object)));
    }

    private static Type? Generic(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[0] : null;

    private static MethodInfo Adapter(string name, params Type[] types)
    {
        var method = typeof(FunctionResult).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return types.Length == 0 ? method : method.MakeGenericMethod(types);
    }

    private static ValueTask<object?> OfValue(object? value) => new(value);

    private static async ValueTask<object?> OfTask(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> OfValueTask(ValueTask task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> OfTaskOf<T>(Task<T> task) => await task;

    private static async ValueTask<object?> OfValueTaskOf<T>(ValueTask<T> task) => await task;
}
