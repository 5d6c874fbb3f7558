-- Introspects one of many tokens at random: path, authorization, how the token begins and ends, how many tokens there
-- are, and the step of those that are left to other runs.
dofile("report.lua")

local before, after, tokens, step

function init(args)
  math.randomseed(os.time() + 1000003 * index)
  local text = post(args[1], args[2], '{"token":"' .. args[3] .. "##########" .. args[4] .. '"}')
  before, after = text:match("^(.*)##########(.*)$")
  tokens, step = tonumber(args[5]), tonumber(args[6])
end

function request()
  local i = math.random(1, tokens)
  if i % step == 0 then
    i = i - 1
  end
  return before .. string.format("%010d", i) .. after
end
