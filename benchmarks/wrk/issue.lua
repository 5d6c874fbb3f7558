-- Asks for a token by client_credentials: path, authorization, body.
dofile("report.lua")

local text

function init(args)
  text = post(args[1], args[2], args[3])
end

function request()
  return text
end
