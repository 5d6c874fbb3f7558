-- Asks for the tokens of device codes of a file, one after the other and then from the start: path, authorization, the body
-- with CODE where the code is, the file with a code in each line, how many threads there are.
dofile("report.lua")

local texts = {}
local next = 0
failed = 0

function init(args)
  local before, after = args[3]:match("^(.*)CODE(.*)$")
  local line = 0
  for code in io.open(args[4]):read("*a"):gmatch("%S+") do
    if line % tonumber(args[5]) == index then
      texts[#texts + 1] = post(args[1], args[2], before .. code .. after)
    end
    line = line + 1
  end
end

function request()
  next = next % #texts + 1
  return texts[next]
end

function response(status, headers, body)
  if not body:find("authorization_pending", 1, true) then
    failed = failed + 1
  end
end
