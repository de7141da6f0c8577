using System.Text.Json;
using EStation.LocalHost.Rpc;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>Route tables of functions made up for a test, and requests to look up in them.</summary>
internal static class Routes
{
    public static RouteTable Table(params (string Name, string? Route)[] functions) => Table("", functions);

    public static RouteTable Table(string prefix, params (string Name, string? Route)[] functions) =>
        new(Catalog([.. functions.Select(function => (function.Name, function.Route, Array.Empty<string>()))]), prefix);

    public static FunctionCatalog Catalog(params (string Name, string? Route, string[] Methods)[] functions) =>
        new(functions.Select(function => Metadata(function.Name, function.Route, function.Methods)));

    public static DefaultHttpContext Request(string path, string method = "GET")
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = new PathString(path);
        return http;
    }

    private static RpcFunctionMetadata Metadata(string name, string? route, string[] methods) =>
        new()
        {
            Name = name,
            FunctionId = name,
            EntryPoint = $"Made.{name}.Run",
            RawBindings =
            {
                JsonSerializer.Serialize(
                    new
                    {
                        name = "request",
                        type = "httpTrigger",
                        direction = "In",
                        authLevel = "Anonymous",
                        methods,
                        route,
                    }
                ),
            },
        };
}
