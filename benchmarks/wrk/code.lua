-- Redeems codes, each once: path, authorization, the body with ## where a code has its number and CLIENT where its client
-- is, the number of the first code, how many there are, how many threads there are, the first client, how many pairs of a
-- client and a user and how many clients there are.
dofile("report.lua")

local path, authorization, beforeNumber, beforeClient, afterClient
local number, last, step, firstClient, pairsOfAll, clients
failed = 0

function init(args)
  path, authorization = args[1], args[2]
  beforeNumber, beforeClient, afterClient = args[3]:match("^(.*)##(.*)CLIENT(.*)$")
  number = tonumber(args[4]) + index
  last = tonumber(args[4]) + tonumber(args[5]) - 1
  step, firstClient = tonumber(args[6]), tonumber(args[7])
  pairsOfAll, clients = tonumber(args[8]), tonumber(args[9])
end

function request()
  local i = number
  if i > last then
    return post(path, authorization, "no code is left")
  end
  number = i + step
  local client = firstClient + (i % pairsOfAll) * 7919 % clients
  return post(path, authorization,
    beforeNumber .. string.format("%010d", i) .. beforeClient .. string.format("%.0f", client) .. afterClient)
end

function response(status, headers, body)
  if not body:find('"idToken":"', 1, true) then
    failed = failed + 1
  end
end
