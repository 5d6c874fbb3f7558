-- Introspects tokens of a file at random: path, authorization, the file with a token in each line.
dofile("report.lua")

local texts = {}

function init(args)
  math.randomseed(os.time() + 1000003 * index)
  for token in io.open(args[3]):read("*a"):gmatch("%S+") do
    texts[#texts + 1] = post(args[1], args[2], '{"token":"' .. token .. '"}')
  end
end

function request()
  return texts[math.random(1, #texts)]
end
