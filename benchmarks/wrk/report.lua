-- Prints what a run gave in one line that is easy to read for a program. Each script loads this file first.

local threads = {}

function setup(thread)
  thread:set("index", #threads)
  table.insert(threads, thread)
end

-- What the scripts counted, all threads together.
local function counted(name)
  local all = 0
  for _, thread in ipairs(threads) do
    all = all + (thread:get(name) or 0)
  end
  return all
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "RESULT requests=%d microseconds=%d bytes=%d errors=%d p50=%d p99=%d p999=%d falseActive=%d falseInactive=%d\n",
    summary.requests, summary.duration, summary.bytes,
    counted("failed") + errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    counted("falseActive"), counted("falseInactive")))
end

-- The text of a request of JSON by POST; id is the request's, and may be left out.
function post(path, authorization, body, id)
  return wrk.format("POST", path,
    {
      ["Authorization"] = authorization, ["Content-Type"] = "application/json", ["Accept"] = "application/json",
      ["X-Request-Id"] = id
    },
    body)
end
