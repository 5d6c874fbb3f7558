-- Refreshes tokens and goes on with what it gets: path, authorization, the body with TOKEN and CLIENT in it, the file
-- of what to begin with (a token and the number of its client in each line), how many threads there are. The tokens
-- wait in a queue, so each is refreshed about as rarely as there are many of them.
dofile("report.lua")

local path, authorization, beforeToken, beforeClient, afterClient
local queue, first, last = {}, 1, 0
failed = 0

local function add(token, client)
  last = last + 1
  queue[last] = beforeToken .. token .. beforeClient .. client .. afterClient
end

function init(args)
  path, authorization = args[1], args[2]
  beforeToken, beforeClient, afterClient = args[3]:match("^(.*)TOKEN(.*)CLIENT(.*)$")
  local line, threads = 0, tonumber(args[5])
  for token, client in io.open(args[4]):read("*a"):gmatch("(%S+) (%S+)") do
    if line % threads == index then
      add(token, client)
    end
    line = line + 1
  end
end

function request()
  local body = queue[first]
  if body then
    queue[first] = nil
    first = first + 1
  end
  return post(path, authorization, body or "nothing is left")
end

function response(status, headers, body)
  local token, client = body:match('"refreshToken":"([^"]+)"'), body:match('"clientId":(%d+)')
  if token and client then
    add(token, client)
  else
    failed = failed + 1
  end
end
