import type { StackFixtures } from "../../core/fixture";

const mend = "Redirect: defaultUrlRedirect with httpsRedirect, or httpsRedirect: Enabled in a route.";
const map = "gcp:compute/uRLMap:URLMap";
const http = "gcp:compute/targetHttpProxy:TargetHttpProxy";
const https = "gcp:compute/targetHttpsProxy:TargetHttpsProxy";
const route = "azure-native:cdn:Route";

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "HTTP that redirects",
      resources: [
        { name: "redirect", type: map, properties: { defaultUrlRedirect: { httpsRedirect: true } } },
        { name: "http", type: http, properties: { urlMap: "redirect-1" }, uses: { urlMap: "redirect" } },
        { name: "site", type: map, properties: { defaultService: "web" } },
        { name: "https", type: https, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
        {
          name: "route",
          type: route,
          properties: { supportedProtocols: ["Http", "Https"], httpsRedirect: "Enabled" },
        },
      ],
      messages: {},
      harmless: {
        "http.urlMap": "Whatever it serves, it serves in plain HTTP.",
        "https.urlMap": "It may serve any map but that of the other.",
        "route.supportedProtocols": "A route with a redirect may take both.",
        "route.supportedProtocols[0]": "A route with a redirect may take both.",
        "route.supportedProtocols[1]": "A route with a redirect may take both.",
      },
    },
    {
      name: "a route of HTTPS alone",
      resources: [{ name: "route", type: route, properties: { supportedProtocols: ["Https"] } }],
      messages: {},
      harmless: { "route.supportedProtocols[0]": "Whatever is not Http is no clear text." },
    },
    {
      name: "HTTP that serves",
      resources: [
        { name: "site", type: map, properties: { defaultService: "web" } },
        { name: "http", type: http, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
        { name: "route", type: route, properties: {} },
      ],
      messages: {
        site: [`defaultUrlRedirect.httpsRedirect is not set; required: true. ${mend}`],
        route: [`httpsRedirect is not set; required: "Enabled". ${mend}`],
      },
    },
    {
      name: "one map for both",
      resources: [
        { name: "site", type: map, properties: { defaultService: "web" } },
        { name: "http", type: http, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
        { name: "https", type: https, properties: { urlMap: "site-1" }, uses: { urlMap: "site" } },
      ],
      messages: { https: [`urlMap is served in plain HTTP too; required: a map of its own. ${mend}`] },
    },
  ],
};
