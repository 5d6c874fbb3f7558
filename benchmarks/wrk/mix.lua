-- Introspects tokens of five kinds at random, 56 of 100 good ones, and looks whether each answer suits its kind: path,
-- authorization, how a good token begins and ends, how many there are, the step of those that are left to other runs, and
-- the file of the other kinds, a kind and a token in each line. Without a file all are good, and any answer suits.
-- A request has its kind as its id, with which its answer comes back.
dofile("report.lua")

local shares = { { "exchanged", 14 }, { "expired", 10 }, { "unknown", 10 }, { "revoked", 10 } }
local right = {
  good = { "OK", "true", "true" },
  exchanged = { "UNAUTHORIZED", "false", "false" },
  expired = { "UNAUTHORIZED", "true", "false" },
  unknown = { "UNAUTHORIZED", "false", "false" },
  revoked = { "UNAUTHORIZED", "false", "false" }
}
local before, after, tokens, step
local others = {}
failed, falseActive, falseInactive = 0, 0, 0

local function read(file, path, authorization)
  for kind, token in io.open(file):read("*a"):gmatch("(%S+) (%S+)") do
    others[kind] = others[kind] or {}
    table.insert(others[kind], post(path, authorization, '{"token":"' .. token .. '"}', kind))
  end
end

function init(args)
  math.randomseed(os.time() + 1000003 * index)
  local text = post(args[1], args[2], '{"token":"' .. args[3] .. "##########" .. args[4] .. '"}', "good")
  before, after = text:match("^(.*)##########(.*)$")
  tokens, step = tonumber(args[5]), tonumber(args[6])
  if args[7] then
    read(args[7], args[1], args[2])
  else
    shares = {}
  end
end

function request()
  local share = math.random(1, 100)
  for _, other in ipairs(shares) do
    share = share - other[2]
    if share <= 0 then
      local texts = others[other[1]]
      return texts[math.random(1, #texts)]
    end
  end
  local i = math.random(1, tokens)
  if i % step == 0 then
    i = i - 1
  end
  return before .. string.format("%010d", i) .. after
end

local function kindOf(headers)
  for name, value in pairs(headers) do
    if name:lower() == "x-request-id" then
      return value
    end
  end
end

-- An answer that is half active counts as active.
local function count(kind, action, existent, usable)
  local expected = right[kind]
  if not expected then
    failed = failed + 1
  elseif kind ~= "good" and (action == "OK" or usable == "true") then
    falseActive = falseActive + 1
  elseif kind == "good" and (action ~= "OK" or usable ~= "true") then
    falseInactive = falseInactive + 1
  elseif action ~= expected[1] or existent ~= expected[2] or usable ~= expected[3] then
    failed = failed + 1
  end
end

function response(status, headers, body)
  local kind = kindOf(headers)
  local action = body:match('"action":"(%u+)"')
  local existent, usable = body:match('"existent":(%a+)'), body:match('"usable":(%a+)')
  if #shares > 0 then
    count(kind, action, existent, usable)
  end
end
