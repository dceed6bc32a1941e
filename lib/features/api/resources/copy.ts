import { z } from "zod";
import { paths } from "@/lib/paths";
import { MAX_ROWS, RESOURCE_NAMES, RESOURCES, type Resource } from "./schema";

/** JSON Schema as OpenAPI 3.1 takes it; every field may be missing, because a key reads only some. */
function schemaOf(resource: Resource) {
  const whole: z.ZodObject = RESOURCES[resource];
  const { $schema: _, ...schema } = z.toJSONSchema(whole.partial(), { target: "draft-2020-12" });
  return { ...schema, required: ["id"] };
}

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

const PROBLEMS = {
  400: problem("The request cannot be understood, or a key stands in the address."),
  401: problem("There is no key, or it is unknown, expired or revoked."),
  403: problem("The edition has no API, or the key lacks this scope."),
  429: problem("More than 600 requests in a minute."),
};

function pathsOf(resource: Resource): Record<string, object> {
  const record = { $ref: `#/components/schemas/${resource}` };
  const security = [{ key: [`${resource}:read`] }];
  const page = {
    type: "object",
    required: ["data", "next"],
    properties: {
      data: { type: "array", items: record },
      next: { type: ["string", "null"], description: "The cursor of the page that follows." },
    },
  };
  const parameters = [
    { name: "cursor", in: "query", schema: { type: "string" } },
    { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: MAX_ROWS, default: 50 } },
  ];
  const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
  const found = { type: "object", required: ["data"], properties: { data: record } };
  return {
    [paths.api.v1(resource)]: {
      get: {
        operationId: `list-${resource}`,
        summary: RESOURCES[resource].description,
        security,
        parameters,
        responses: { 200: { description: "One page", ...json(page) }, ...PROBLEMS },
      },
    },
    [paths.api.v1(`${resource}/{id}`)]: {
      get: {
        operationId: `find-${resource}`,
        summary: "One of them.",
        security,
        parameters: [id],
        responses: { 200: { description: "The record", ...json(found) }, ...PROBLEMS, 404: problem("There is none.") },
      },
    },
  };
}

/** The whole API as an OpenAPI 3.1 document, made from the same schemas as its answers. */
export function openApiDocument(origin: string): object {
  const entries = RESOURCE_NAMES.map((resource) => [resource, schemaOf(resource)] as const);
  return {
    openapi: "3.1.0",
    info: { title: "Caseload API", version: "1", description: "Reads what a key is allowed to, page by page." },
    servers: [{ url: origin }],
    paths: Object.assign({}, ...RESOURCE_NAMES.map(pathsOf)),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "Authorization: Bearer caseload_…" } },
      schemas: {
        ...Object.fromEntries(entries),
        Problem: {
          type: "object",
          properties: { status: { type: "integer" }, code: { type: "string" }, detail: { type: "string" } },
        },
      },
    },
  };
}
