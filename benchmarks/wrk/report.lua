-- Prints what a run gave in one line that is easy to read for a program. Each script loads this file first.

local threads = {}

function setup(thread)
  thread:set("index", #threads)
  table.insert(threads, thread)
end

function done(summary, latency, requests)
  local failed = 0
  for _, thread in ipairs(threads) do
    failed = failed + (thread:get("failed") or 0)
  end
  local errors = summary.errors
  io.write(string.format(
    "RESULT requests=%d microseconds=%d bytes=%d errors=%d p50=%d p90=%d p99=%d max=%d\n",
    summary.requests, summary.duration, summary.bytes,
    failed + errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max))
end

-- The text of a request of JSON by POST.
function post(path, authorization, body)
  return wrk.format("POST", path,
    { ["Authorization"] = authorization, ["Content-Type"] = "application/json", ["Accept"] = "application/json" },
    body)
end
