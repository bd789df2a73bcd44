import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel as WireLevel,
  PolicyConfig as WirePolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { EnforcementLevel } from "../model/plan";
import { toStruct, type WireObject } from "../model/wire";
import { analyzedProperties } from "./analyzed-value";
import type { PolicyTerms } from "./policy-config";

/** A resource as a pack judges it. */
export interface AnalyzedResource {
  type: string;
  name: string;
  urn: string;
  properties: WireObject;
  parent?: string;
  dependencies?: readonly string[];
  propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  protect?: boolean;
  ignoreChanges?: readonly string[];
  aliases?: readonly string[];
  provider?: { type: string; name: string; urn: string; properties: WireObject };
}

/** Asks a pack to judge one resource. */
export function analyzeRequest(resource: AnalyzedResource): AnalyzeRequest {
  return describing(new AnalyzeRequest(), resource);
}

/** Asks a pack to remediate one resource. Internal properties come back unchanged. */
export function remediateRequest(resource: AnalyzedResource): AnalyzeRequest {
  return describing(new AnalyzeRequest(), resource, true);
}

/** Asks a pack for a stack as a whole. */
export function analyzeStackRequest(resources: readonly AnalyzedResource[]): AnalyzeStackRequest {
  const request = new AnalyzeStackRequest();
  request.setResourcesList(resources.map(resourceMessage));
  return request;
}

function resourceMessage(resource: AnalyzedResource): AnalyzerResource {
  const message = describing(new AnalyzerResource(), resource);
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...(resource.dependencies ?? [])]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
    const list = new AnalyzerPropertyDependencies();
    list.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, list);
  }
  return message;
}

/** The fields that describe a resource in both messages. */
function describing<Message extends AnalyzeRequest | AnalyzerResource>(
  message: Message,
  resource: AnalyzedResource,
  internal = false,
): Message {
  message.setType(resource.type);
  message.setName(resource.name);
  message.setUrn(resource.urn);
  message.setProperties(toStruct(analyzedProperties(resource.properties, { internal })));
  message.setOptions(optionsOf(resource));
  message.setProvider(providerOf(resource));
  return message;
}

function optionsOf(resource: AnalyzedResource): AnalyzerResourceOptions {
  const options = new AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setParent(resource.parent ?? "");
  options.setCustomtimeouts(new AnalyzerResourceOptions.CustomTimeouts());
  return options;
}

function providerOf({ provider }: AnalyzedResource): AnalyzerProviderResource | undefined {
  if (provider === undefined) return undefined;
  const message = new AnalyzerProviderResource();
  message.setType(provider.type);
  message.setName(provider.name);
  message.setUrn(provider.urn);
  message.setProperties(toStruct(analyzedProperties(provider.properties, { internal: false })));
  return message;
}

function wireLevel(level: EnforcementLevel): WireLevel {
  return {
    advisory: WireLevel.ADVISORY,
    mandatory: WireLevel.MANDATORY,
    disabled: WireLevel.DISABLED,
    remediate: WireLevel.REMEDIATE,
  }[level];
}

/** Sends a pack the level and settings of its policies. */
export function configMessage(terms: ReadonlyMap<string, PolicyTerms>): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const [name, { level, settings }] of terms) {
    const message = new WirePolicyConfig();
    message.setEnforcementlevel(wireLevel(level));
    message.setProperties(toStruct(settings));
    request.getPolicyconfigMap().set(name, message);
  }
  return request;
}
